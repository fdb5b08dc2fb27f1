"""What is there before anything is deployed: `data` says what, the other modules how it looks to Azure."""
